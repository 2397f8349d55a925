/** What customers write about things on the screen that do not work. */
import type { Problem } from '../problem.ts';

export const UI_BUG: readonly Problem[] = [
  {
    subject: 'Filter dropdown in {dashboard} stays empty',
    opening:
      'since the update to {version} the filter "Region" in {dashboard} opens but shows no entries. Other filters work. Tried Chrome and Edge, same result.',
    asks: 'Do you see the entries when you open the dashboard in a private window? That tells me whether an extension is involved.',
    says: 'Private window is the same, empty list.',
    fix: 'The list stayed empty when a filter had more than 1,000 values, which came with {version}. The correction is live since {time} today; after reloading, "Region" shows all entries.',
    bot: 'Please reload the page with Ctrl+Shift+R. If the list stays empty, remove the filter from the dashboard and add it again.',
    note: 'Regression in {version}, filters > 1,000 values. Linked to the bug, fix deployed.',
  },
  {
    subject: 'Charts overlap after resizing',
    opening:
      'when I make a chart in {dashboard} larger, the ones below do not move down but lie on top of each other. After saving it stays like that for everybody.',
    asks: 'Is "free layout" switched on in the dashboard\'s settings? Then charts may overlap on purpose.',
    says: 'It was on, but I am certain nobody here switched it on.',
    fix: 'The upgrade to {version} switched "free layout" on for dashboards older than two years. I switched it off for all of yours, and the charts line up again.',
    bot: 'Charts overlap when "Free layout" is on: Dashboard > Settings > Layout. With "Grid" they move out of each other\'s way.',
    note: 'Migration side effect. {small} dashboards corrected with the admin tool.',
  },
  {
    subject: 'Export button does nothing',
    opening:
      'the export button in {dashboard} does nothing when I click it. No message, no file. A colleague can export the same dashboard.',
    asks: 'Which browser do you use, and is a pop-up blocker active? The export opens a small window.',
    says: 'Firefox with uBlock. Without uBlock it works!',
    fix: 'Good to know. I added our export address to the exceptions in a short guide for you, and we will change the export so that it needs no window.',
    bot: 'The export opens in a new window. Please allow pop-ups for our address in your browser, then try again.',
    note: 'Pop-up blocker. Feature already requested to download in place.',
  },
  {
    subject: 'Numbers cut off in table view',
    opening:
      'in the table view of {dashboard} large numbers are cut off: 1,204,332 is shown as 1,204,3. That is dangerous, somebody took it for the real value today.',
    asks: 'At which zoom of the browser does this happen? I can reproduce it at 110 % but not at 100 %.',
    says: 'We have 125 % on all office machines.',
    fix: 'You are right that this must not happen. Since today columns keep the width of their longest number at any zoom. Please reload once.',
    bot: 'Columns can be made wider by dragging their edge; a double click fits them to their contents.',
    note: 'Reproduced at 110 % and 125 %. Passed on as high, since wrong figures are read.',
  },
  {
    subject: 'Dark mode: labels not readable',
    opening: 'in dark mode the axis labels in {dashboard} are dark grey on black. Nobody can read them on the screen in our office.',
    asks: 'Do you use a custom theme? A label colour that is set there is not changed by dark mode.',
    says: 'Yes, we have our company theme.',
    fix: 'Your theme had a fixed label colour. I set it to "automatic", so that it follows light and dark. Please have a look at {dashboard}.',
    bot: 'With a theme of your own the label colour may be fixed. Set it to "automatic" under Workspace > Themes > Text.',
    note: 'Theme with fixed #333 labels. Changed to automatic.',
  },
  {
    subject: 'Dashboard shows a blank page',
    opening:
      '{dashboard} shows a blank page for me since this morning, {time}. The menu is there but no content. For two colleagues it is the same, for others it works.',
    asks: 'Could you press F12 and send me what the console shows in red?',
    says: 'It says "cannot read properties of undefined (reading map)".',
    fix: 'One chart used a field that was removed from the data model on {date}, and that made the page fail. I replaced it; the page opens again, and a missing field will only blank its own chart from the next release on.',
    bot: 'A blank page can come from an outdated copy in the browser. Please clear the cache for our address and open the dashboard again.',
    note: 'Chart referenced a deleted field. Page should degrade per chart, bug linked.',
  },
  {
    subject: 'Cannot drag widgets on touch screen',
    opening: 'on our touch screens widgets cannot be moved any more: the page scrolls instead. With a mouse it works. We are on {version}.',
    asks: 'Which device and browser is it? Scrolling is handled differently on iPads and Windows tablets.',
    says: 'Windows tablets with Edge, {small} of them.',
    fix: 'In {version} dragging needs a long press on touch devices, so that people can scroll. Press for half a second and the widget comes loose. We will say so on the screen.',
    bot: 'On touch screens press and hold a widget for half a second before you move it.',
    note: 'Works as designed since {version}, but nobody is told. Feedback to product.',
  },
  {
    subject: 'Wrong language in menus',
    opening: 'half of the menu is suddenly in English although my profile is set to another language. It changed with {version}.',
    asks: 'Is it the same after signing out and in again?',
    says: 'Yes, even on another computer.',
    fix: 'Thirty new texts of {version} had not been translated yet. The translations went live today. Please reload the page.',
    bot: 'The language can be set under Profile > Language. Please sign out and in once after changing it.',
    note: 'Missing translations in {version}, known issue.',
  },
];
