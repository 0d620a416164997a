/**
 * The values known today, completed by editors, plus any other string: GREEN-API adds values without notice, and a new one must not
 * break a user's code.
 */
export type OpenUnion<Known extends string> = Known | (string & {});
