export { bestOf, type Candidate, type Levelling, levellingOf, type Load } from './group.ts';
export { type Judged, type Level, levelOf, type Skill, strengthsOf, suggestedOf } from './judgement.ts';
export { type Speciality, specialityOf } from './speciality.ts';
