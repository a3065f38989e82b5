import { launchChromium } from './scripts/browser/chromium.ts';
import { startProduct } from './scripts/bench/servers.ts';
const s = await startProduct('data/releases');
const b = await launchChromium();
for (const [name, path] of [['report','/practices/ZZ0001/report'],['practice','/practices/ZZ0001'],['explore','/explore?chart=months&area=Q44'],['compare','/compare'],['about','/about'],['quality','/quality'],['data','/data']]) for (const w of [1280,390]) {
  const p = await b.newPage({viewport:{width:w,height:900}});
  await p.goto(s.origin + path); await p.waitForTimeout(700);
  await p.screenshot({path:`/tmp/docs-rel/p-${name}-${w}.png`, fullPage:true}); await p.close();
}
await b.close(); await s.stop();
