import { mount } from 'svelte';
import App from './App.svelte';
import 'iconloom/rtl.css';
import './page.css';

mount(App, { target: document.getElementById('app') as HTMLElement });
