/** The one style sheet of the sandbox's pages, light and dark, from 320 px up. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14161a);
  --card: light-dark(#ffffff, #1c1f25);
  --line: light-dark(#dfe3e8, #343a44);
  --text: light-dark(#1b1f27, #eceef2);
  --quiet: light-dark(#566070, #a3adbd);
  --accent: light-dark(#2a51c8, #9db4ff);
  --on-accent: light-dark(#ffffff, #10142a);
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 24px 16px 64px; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
}
main, header, footer { max-width: 44rem; margin: 0 auto; }
header, footer { color: var(--quiet); font-size: 0.875rem; }
main { margin-block: 16px; padding: 24px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
main.narrow { max-width: 26rem; margin-top: 12vh; }
h1 { margin: 0 0 4px; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 1.125rem; }
p { margin: 0 0 16px; }
.noun { color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible, button:focus-visible, select:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { margin: 24px 0 0; display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; }
dt, dd { margin: 0; padding: 10px 0; border-top: 1px solid var(--line); }
dt { color: var(--quiet); padding-inline-end: 16px; }
dd { overflow-wrap: anywhere; white-space: pre-line; }
dd ul { margin: 0; padding: 0; list-style: none; }
ul.records { margin: 0; padding: 0; list-style: none; }
ul.records li { display: flex; justify-content: space-between; gap: 16px; padding: 10px 0; border-top: 1px solid var(--line); }
ul.records span { color: var(--quiet); white-space: nowrap; }
label { display: block; margin-bottom: 4px; font-weight: 600; }
select {
  width: 100%; min-height: 44px; padding: 8px 12px; margin-bottom: 20px; font: inherit;
  color: inherit; background: var(--card); border: 1px solid var(--quiet); border-radius: 8px;
}
.decision { display: flex; gap: 12px; flex-wrap: wrap; }
button {
  flex: 1 1 8rem; min-height: 44px; padding: 8px 16px; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--text); background: transparent; border: 1px solid var(--quiet); border-radius: 8px;
}
button.primary { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
code { font-size: 0.9em; overflow-wrap: anywhere; }
@media (max-width: 30rem) {
  main { padding: 20px 16px; }
  dl { display: block; }
  dt { padding-bottom: 0; }
  dd { padding-top: 0; border-top: 0; }
}
`;
