/** Goals, and the playbook of what to do about numbers that fall behind. */
export { GoalPage } from './GoalPage.tsx';
export { GoalsPage } from './GoalsPage.tsx';
export { GoalsPlace } from './GoalsPlace.tsx';
export { PlaybookPage } from './playbook/PlaybookPage.tsx';
