import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import 'iconloom/rtl.css';
import './page.css';

createRoot(document.getElementById('app') as HTMLElement).render(<App />);
