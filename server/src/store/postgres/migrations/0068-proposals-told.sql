-- Proposals that a crash kept from being told are told now.
update detection_proposal set due = true where told is null;
