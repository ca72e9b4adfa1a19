import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import '../ui/theme/base.css';
import '../ui/theme/controls.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <I18nProvider locale="zh-CN">
    <App />
  </I18nProvider>,
);
