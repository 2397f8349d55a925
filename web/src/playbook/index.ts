/** What to do about a category: beside whatever numbers are of it. */
export { chosenCategory, WhatToDo } from './WhatToDo.tsx';
