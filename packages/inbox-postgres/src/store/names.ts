/** The names of an inbox's tables, and of its queue in pg-boss. */
export interface Names {
  readonly queue: string;
  readonly schema: string;
  readonly item: string;
  readonly worker: string;
  readonly version: string;
  /** pg-boss's. */
  readonly job: string;
}

/** @throws TypeError for a schema that can't be written into a statement. */
export function namesOf(schema: string, queue: string): Names {
  if (!/^[a-z_][a-z0-9_]{0,49}$/.test(schema))
    throw new TypeError('Cannot create the inbox: "schema" must be up to 50 lower-case letters, digits and underscores');
  return {
    queue,
    schema,
    item: `${schema}.greenhook_item`,
    worker: `${schema}.greenhook_worker`,
    version: `${schema}.greenhook_schema`,
    job: `${schema}.job`,
  };
}
