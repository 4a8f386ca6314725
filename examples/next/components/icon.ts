import { createIcon } from 'iconloom/react';
import * as icons from '../public/icons/icons.js';

export const Icon = createIcon(icons);
