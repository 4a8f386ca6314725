import { REPORT_SCRIPT } from '../../design/report-script.ts';

/** Script of the page, which shows everything without it. */
export const PAGE_SCRIPT: string = `
const matches = ({ dataset }) => {
  const use = document.querySelector('[name=use]:checked')?.value ?? 'all';
  return use === 'all' || (dataset.use ?? '').includes(use);
};
${REPORT_SCRIPT}`;
