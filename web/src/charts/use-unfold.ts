/** Something that explains itself on a click and folds up again on another, or on Escape, with the focus staying where it was. */
import { useState, type KeyboardEvent } from 'react';

export function useUnfold() {
  const [opened, setOpened] = useState(false);
  return {
    popover: { opened, onChange: setOpened },
    target: {
      onClick: () => setOpened(!opened),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') setOpened(false);
      },
    },
  };
}
