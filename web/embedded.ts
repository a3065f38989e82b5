import { UptakeChart } from './charts/uptake-chart.ts';
import { fromColumns } from './rowsAsColumns.ts';

/**
 * One chart in a frame of another site's page: it answers to pointer and keys, and tells the page around it how high it
 * is, which `embedScript` listens to.
 */
customElements.define('uptake-chart', UptakeChart);
const chart = document.querySelector('uptake-chart');
const sent = document.getElementById('page-data');
if (chart && sent)
  (chart as UptakeChart).drawing = fromColumns(
    JSON.parse(sent.textContent!),
  ) as UptakeChart['drawing'];

const main = document.querySelector('main')!;
const tell = () => {
  const height = Math.ceil(main.getBoundingClientRect().bottom + scrollY);
  parent.postMessage({ type: 'uptake-height', height }, '*');
};
new ResizeObserver(tell).observe(main);
addEventListener('load', tell);
