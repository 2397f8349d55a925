/** How a status page looks: calm, light and dark as the reader's system says, from a phone up, in what it offers of type. */
import type { Accent } from '@watchdesk/domain/status-page';

/** Of each the colour by day and by night; both hold 4.5:1 against their ground. */
const ACCENT: Readonly<Record<Accent, readonly [string, string]>> = {
  blue: ['#1864ab', '#74b8f5'],
  green: ['#1f6f3a', '#6fd08c'],
  violet: ['#5f3dc4', '#b197fc'],
  orange: ['#a44200', '#ffa94d'],
  grey: ['#495057', '#ced4da'],
};

export const styleOf = (accent: Accent): string => `
:root { color-scheme: light dark; --ground: #f6f7f9; --panel: #ffffff; --text: #1a1d21; --muted: #5c6470; --line: #dde1e6; --edge: #8a919c; --act: ${ACCENT[accent][0]}; --on-act: #ffffff; --operational: #1f7a3d; --maintenance: #1864ab; --degraded: #8a5a00; --partial_outage: #b8480c; --major_outage: #b42318; --unknown: #ced4da }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14161a; --panel: #1c1f24; --text: #e8eaed; --muted: #a3abb6; --line: #30353c; --edge: #767e8a; --act: ${ACCENT[accent][1]}; --on-act: #10151b; --operational: #6fd08c; --maintenance: #74b8f5; --degraded: #f2c14e; --partial_outage: #ffa066; --major_outage: #ff8a80; --unknown: #3a4048 }
}
* { box-sizing: border-box }
body { margin: 0; padding: 20px 16px 40px; background: var(--ground); color: var(--text); font: 16px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
main, header, footer { max-width: 860px; margin: 0 auto }
header { display: flex; align-items: center; gap: 12px; margin-bottom: 16px }
h1 { margin: 0; font-size: 22px; line-height: 1.3; overflow-wrap: anywhere }
.logo { padding: 4px 10px; border-radius: 8px; background: var(--act); color: var(--on-act); font-weight: 700; overflow-wrap: anywhere }
h2 { margin: 28px 0 10px; font-size: 17px }
h3 { margin: 0; font-size: 16px; overflow-wrap: anywhere }
p, dd, li { overflow-wrap: anywhere }
.intro, .text { white-space: pre-line }
.overall { padding: 16px 18px; border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 8px; background: var(--panel); font-size: 19px; font-weight: 600 }
.stale { margin: 0 0 16px; padding: 12px 16px; border: 1px solid var(--edge); border-radius: 8px }
.operational { --tone: var(--operational) } .maintenance { --tone: var(--maintenance) } .degraded { --tone: var(--degraded) } .partial_outage { --tone: var(--partial_outage) } .major_outage { --tone: var(--major_outage) } .unknown { --tone: var(--unknown) }
ul { margin: 0; padding: 0; list-style: none }
.panel { border: 1px solid var(--line); border-radius: 8px; background: var(--panel) }
.panel > li, .panel > article { padding: 14px 18px; border-top: 1px solid var(--line) }
.panel > :first-child { border-top: 0 }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px }
.word { color: var(--tone); font-weight: 600 }
.quiet { color: var(--muted); font-size: 14px; margin: 0 }
.days { display: flex; gap: 1px; height: 30px; margin: 10px 0 4px }
.days i { flex: 1 1 0; min-width: 0; background: var(--tone); border-radius: 1px }
.days i:nth-child(-n+60) { display: none }
.ends { display: flex; justify-content: space-between; gap: 12px; color: var(--muted); font-size: 13px }
.updates { margin: 12px 0 0; padding-left: 14px; border-left: 2px solid var(--line) }
.updates li + li { margin-top: 12px }
.updates .text { margin: 2px 0 0 }
form { display: grid; gap: 8px; margin: 0 }
.ways { display: grid; gap: 20px; padding: 16px 18px }
label { font-weight: 600; font-size: 14px }
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 6px; background: var(--panel); color: inherit; font: inherit }
button { min-height: 44px; padding: 8px 20px; border: 0; border-radius: 6px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer }
a { color: var(--act) }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
summary { cursor: pointer }
table { border-collapse: collapse; margin-top: 8px; font-size: 14px } td, th { padding: 2px 16px 2px 0; text-align: left; font-weight: 400 }
.small main { max-width: 560px; margin-top: 24px; padding: 24px; background: var(--panel); border: 1px solid var(--line); border-radius: 8px }
footer { margin-top: 28px; color: var(--muted); font-size: 14px }
.since30 { display: inline } .since90 { display: none }
@media (min-width: 640px) { .days i:nth-child(-n+60) { display: block } .since30 { display: none } .since90 { display: inline } .ways { grid-template-columns: 1fr 1fr; align-items: end } }
@media (forced-colors: active) { .days i { forced-color-adjust: none } }
`;
