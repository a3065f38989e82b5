import { UptakeChart } from './charts/uptake-chart.ts';
import { fromColumns } from './rowsAsColumns.ts';

/**
 * A single chart framed by another site: it responds to pointer and keys, and reports its height to the page around it,
 * which `embedScript` listens to.
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
