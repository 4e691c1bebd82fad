import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
const mock = JSON.parse(readFileSync('/tmp/mapui_mock.json','utf8'));
const pal = JSON.parse(readFileSync('../crates/http/style/palette.json','utf8'));
const old = {light:{},dark:{}};
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--enable-unsafe-swiftshader'] });
const shots = JSON.parse(process.argv[2]);
for (const s of shots) {
  const ctx = await browser.newContext({ viewport: s.phone ? {width:390,height:844} : s.size ?? {width:1440,height:900}, hasTouch: !!s.phone, isMobile: !!s.phone, geolocation:{longitude:72.9667,latitude:50.0667}, permissions:['geolocation'], reducedMotion: 'no-preference' });
  const page = await ctx.newPage();
  const errors=[]; page.on('pageerror', e=>errors.push(String(e))); page.on('console', m=>{ if(['error','warning'].includes(m.type())&&!/GL Driver|WebGL/.test(m.text())) errors.push(m.text()) });
  if (!process.env.REAL) {
  await page.route('**/api?*', async r=>{ r.continue() });
  await page.route(/\/api$/, async r=>{ const a=await r.fetch(); const j=await a.json(); j.changes=['2022-06-08']; r.fulfill({json:j}) });
  await page.route('**/api/oblasts/shading*', r=>{ const u=new URL(r.request().url()); const l=u.searchParams.get('lang'); const d=u.searchParams.get('date'); r.fulfill({json: mock[(l==='kk'?'kk':'ru')+(d&&d<'2022-06-08'?2015:2022)]}) });
  await page.route('**/style.json*', async r=>{ const u=new URL(r.request().url()); const t=u.searchParams.get('theme'); const a=await r.fetch(); let j=await a.json(); const at=j.layers.findIndex(l=>l.id==='lakes');
    const lay=(id,paint)=>({id,type:'fill',source:'terrikon','source-layer':'oblasts',filter:['in',['get','code'],['literal',[]]],paint});
    j.layers.splice(at,0,lay('oblasts-shade',{'fill-color':pal[t].shades[0],'fill-antialias':false}),lay('oblasts-no-figure',{'fill-color':pal[t].no_figure,'fill-opacity':.3})); r.fulfill({json:j}) });
  }
  await page.goto((process.env.REAL||'http://127.0.0.1:18742')+s.url);
  await page.locator('map-view').waitFor();
  const idle=async()=>{ for(let i=0;i<150;i++){ const ok=await page.locator('map-view').evaluate(e=>{const m=e.maplibre;return !!(m&&m.getSource('hotspots')&&m.loaded()&&m.areTilesLoaded()&&!m.isMoving())}).catch(()=>false); if(ok)break; await page.waitForTimeout(200);} await page.waitForTimeout(600) };
  await idle();
  for (const step of s.steps ?? []) { if (step.click) await page.locator(step.click).first().click(); if(step.key) await page.keyboard.press(step.key); if(step.focus) await page.locator(step.focus).first().focus(); if(step.eval) await page.evaluate(step.eval); if(step.media) await page.emulateMedia(step.media); await idle(); if(step.wait) await page.waitForTimeout(step.wait) }
  if (s.pdf) await page.pdf({ path: `/tmp/mapui_${s.name}.pdf`, preferCSSPageSize:true, printBackground:false }); else
  await page.screenshot({ path: `/tmp/mapui_${s.name}.png` });
  console.log(s.name, page.url(), errors.slice(0,5));
  await ctx.close();
}
await browser.close();
