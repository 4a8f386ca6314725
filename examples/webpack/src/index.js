import { iconHtml } from 'iconloom/html';
import 'iconloom/rtl.css';
import './page.css';

document.getElementById('icons').innerHTML =
  iconHtml('heart', { size: 48, id: 'heart' }) +
  iconHtml('sun', { size: 48, label: 'Sunny', id: 'sun' });

document.getElementById('back').innerHTML = iconHtml('arrow-back', { size: 48, id: 'arrow-back' });
