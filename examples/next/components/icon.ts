import { createIcon } from 'iconloom/react';
import * as icons from '../built-icons/icons.js';

export const Icon = createIcon(icons);
