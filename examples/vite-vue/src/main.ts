import { createApp } from 'vue';
import App from './App.vue';
import 'iconloom/rtl.css';
import './page.css';

createApp(App).mount('#app');
