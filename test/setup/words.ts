import { compileWords } from './steps.ts';

/** Before tests that render mails: the templates are compiled. */
export default compileWords;
