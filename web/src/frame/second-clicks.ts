/**
 * The second click of a double click on a button is no second wish: it comes before the page has had the time to say that the first is under
 * way, and would make everything twice. What is meant to be pressed quickly in a row is no such button: steps, arrows, switches.
 */
const DEEDS = 'button.mantine-Button-root';

export function ignoreSecondClicks(within: Document): void {
  within.addEventListener(
    'click',
    (event) => {
      if (event.detail < 2 || !(event.target instanceof Element) || event.target.closest(DEEDS) === null) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
