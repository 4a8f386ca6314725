import './page.css';
import 'iconloom/rtl.css';
import { iconHtml } from 'iconloom/html';

document.getElementById('icons').innerHTML =
  iconHtml('heart', { size: 48, id: 'heart' }) +
  iconHtml('sun', { size: 48, id: 'sun', label: 'Sunny' });
document.getElementById('back').innerHTML = iconHtml('arrow-back', { size: 48, id: 'arrow-back' });
