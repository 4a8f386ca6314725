import { render } from 'solid-js/web';
import { App } from './App.tsx';
import 'iconloom/rtl.css';
import './page.css';

render(() => <App />, document.getElementById('app') as HTMLElement);
