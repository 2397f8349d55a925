/** How the page behind a survey's link looks: the house's colours, light and dark, at any width, in what the reader's system offers of type. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f6f7f9; --panel: #ffffff; --text: #1a1d21; --muted: #5c6470; --edge: #8a919c; --line: #dde1e6; --act: #1864ab; --on-act: #ffffff; --bad: #b42318; --good: #1f7a3d }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14161a; --panel: #1c1f24; --text: #e8eaed; --muted: #a3abb6; --edge: #767e8a; --line: #30353c; --act: #74b8f5; --on-act: #0c1a27; --bad: #ff8a80; --good: #6fd08c }
}
* { box-sizing: border-box }
body { margin: 0; padding: 24px 16px; background: var(--ground); color: var(--text); font: 16px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
main { max-width: 640px; margin: 0 auto; padding: 24px; background: var(--panel); border: 1px solid var(--line); border-radius: 8px }
.from { margin: 0 0 16px; color: var(--muted); font-size: 14px; overflow-wrap: anywhere }
.test { margin: 0 0 16px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 6px; font-size: 14px }
h1 { margin: 0; font-size: 22px; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere }
p { overflow-wrap: anywhere }
.done::before { content: "✓ " / ""; color: var(--good) }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0 }
legend { padding: 0; margin: 0 0 16px }
.scores { display: grid; grid-template-columns: repeat(auto-fit, minmax(44px, 1fr)); gap: 8px }
.scores label { position: relative; display: block }
.scores input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer }
.scores span { display: grid; place-items: center; min-height: 48px; border: 1px solid var(--edge); border-radius: 6px; font-size: 18px; font-variant-numeric: tabular-nums }
.scores input:checked + span { background: var(--act); border-color: var(--act); color: var(--on-act); font-weight: 600 }
.scores input:hover + span { border-color: var(--act) }
.scores input:focus-visible + span, .choices input:focus-visible + span, button:focus-visible, textarea:focus-visible, a:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.ends { display: flex; justify-content: space-between; gap: 16px; margin: 8px 0 24px; color: var(--muted); font-size: 14px }
.ends span:last-child { text-align: right }
fieldset.comment legend { margin: 0 0 8px }
.choices { display: grid; gap: 8px }
.choices label { position: relative; display: block }
.choices input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer }
.comment .choices span { display: block; padding: 12px; border: 1px solid var(--edge); border-radius: 6px; color: var(--text); font-size: 16px; overflow-wrap: anywhere }
.comment .choices input:checked + span { background: var(--act); border-color: var(--act); color: var(--on-act); font-weight: 600 }
.choices input:hover + span { border-color: var(--act) }
.comment { display: block; margin: 0 0 24px }
.comment b { font-weight: 600 }
.comment span { color: var(--muted); font-size: 14px }
textarea { display: block; width: 100%; margin-top: 8px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 6px; background: var(--panel); color: inherit; font: inherit; resize: vertical }
button { min-height: 48px; width: 100%; padding: 10px 24px; border: 0; border-radius: 6px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer }
.fault { margin: 0 0 12px; color: var(--bad); font-weight: 600 }
@media (min-width: 480px) { button { width: auto } main { padding: 32px } }
@media (forced-colors: active) { .scores input:checked + span, .choices input:checked + span { outline: 3px solid Highlight } }
`;
