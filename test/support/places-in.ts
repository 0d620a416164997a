/** A field of an object or an item of an array, somewhere in a value. */
export interface Place {
  /** Such as `messageData.options[2].optionName`. */
  readonly path: string;
  /** Puts something else there; `undefined` takes a field away. */
  readonly put: (value: unknown) => void;
}

/** Every place in a JSON value, outer ones first. */
export function placesIn(value: unknown, path = ""): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const isArray = Array.isArray(value);
  return Object.keys(value).flatMap((key) => {
    const here = isArray ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    const place: Place = {
      path: here,
      put: (put) => {
        if (put !== undefined) Reflect.set(value, key, put);
        else if (isArray) value.splice(Number(key), 1);
        else Reflect.deleteProperty(value, key);
      },
    };
    return [place, ...placesIn(Reflect.get(value, key), here)];
  });
}
