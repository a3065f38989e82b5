/** Styles of the operator's pages in addition to those of the site. */
export const style = `
.desk { padding-bottom: 4rem; }
.desk__nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.desk__who { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; margin-left: auto; font-size: 1rem; }
.desk__out { min-height: 44px; padding: 0; border: 0; color: var(--link); background: none; font: inherit; text-decoration: underline; cursor: pointer; }
.header__inner:has(.desk__nav) { flex-wrap: wrap; }
.desk__link { padding: 0.25rem 0; font-size: 1rem; border-bottom: 3px solid transparent; }
.desk__link:visited { color: var(--link); }
.desk__link[aria-current="page"] { color: var(--ink); text-decoration: none; border-bottom-color: var(--place); }
.desk .headline { margin-top: 1.5rem; }
.desk .section__title { font-size: 1.5rem; }
.desk__two .section { content-visibility: visible; }
.desk__sentence { overflow-wrap: anywhere; }
.desk__said { margin: 0 0 1.5rem; padding: 0.75rem 1rem; border-left: 6px solid var(--place); background: var(--pale); overflow-wrap: anywhere; }
.desk__said--problem { border-left-color: var(--used); }
.desk__said p:last-child { margin-bottom: 0; }
.desk__two { display: grid; gap: 2rem 3rem; grid-template-columns: minmax(0, 1fr); }
.desk__two > div { min-width: 0; }
.desk__two .section:first-child { margin-top: 0; padding-top: 0; border-top: 0; }
.desk__step { margin-bottom: 1rem; padding: 1rem; background: var(--pale); border-radius: 4px; }
.desk__state { font-weight: 600; }
.desk__title { margin-bottom: 0.5rem; font-size: 1.1875rem; line-height: 1.4; }
.desk__form { max-width: 32rem; margin-bottom: 1rem; }
.desk__form:last-child { margin-bottom: 0; }
.desk__field { margin-bottom: 1rem; }
.desk__field label { display: block; font-weight: 600; }
.desk__field--tick { display: flex; gap: 0.75rem; align-items: start; }
.desk__field--tick label { font-weight: 400; }
.desk__field--tick input { flex: none; width: 24px; height: 24px; margin: 0.125rem 0 0; accent-color: var(--place); }
.desk__hint { display: block; color: var(--quiet); font-size: 1rem; }
.desk__field :is(select, textarea, input:not([type="checkbox"])) { display: block; width: 100%; min-height: 44px; margin-top: 0.25rem; padding: 0.25rem 0.5rem; color: var(--ink); background: var(--page); border: 2px solid var(--quiet); border-radius: 4px; font: inherit; }
.desk__field :is(select, textarea, input):focus-visible { outline: 4px solid #ffeb3b; outline-offset: 0; box-shadow: inset 0 0 0 2px var(--ink); border-color: var(--ink); }
.desk__field ::file-selector-button { font: inherit; }
.desk__quiet { color: var(--link); background: var(--page); border-color: var(--link); }
.desk__quiet:hover { color: var(--button-ink); background: var(--button-over); }
.desk__look { display: inline-block; color: var(--button-ink); text-decoration: none; }
.desk__look:is(:visited, :hover) { color: var(--button-ink); }
.desk__report { max-height: 30rem; margin: 0 0 1.5rem; padding: 1rem; overflow: auto; background: var(--pale); font-size: 0.875rem; line-height: 1.5; }
.desk__list { margin: 0 0 1.5rem 1.25rem; overflow-wrap: anywhere; }
.desk__item { margin-bottom: 1rem; padding: 1rem; background: var(--pale); border-radius: 4px; }
.desk__item > p:last-child { margin-bottom: 0; }
.desk__item summary { min-height: 24px; color: var(--link); cursor: pointer; }
.desk__pair { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); margin-top: 1rem; }
@media (min-width: 60rem) {
  .desk__two { grid-template-columns: minmax(0, 1fr) 20rem; align-items: start; }
}
@media print {
  .desk__nav, .desk__who, .desk__steps, .desk__form, .skip { display: none; }
  .desk__two { display: block; }
  .desk .scroll { overflow: visible; }
  .desk :is(td, th) { white-space: normal; }
  .desk :is(td:last-child, th[scope="row"]) { overflow-wrap: anywhere; }
}
`;
