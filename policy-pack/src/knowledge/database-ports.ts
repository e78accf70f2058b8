import type { Value } from "../authoring/value";

/** Ports that engines listen on unless told otherwise. Source: AWS's default ports of each service. */
const enginePorts: readonly (readonly [engine: RegExp, ports: readonly number[]])[] = [
  [/^(aurora-)?postgres/i, [5432]],
  [/^(mysql|mariadb|aurora|aurora-mysql)$/i, [3306]],
  [/^oracle-/i, [1521]],
  [/^sqlserver-/i, [1433]],
  [/^db2-/i, [50000]],
  [/^docdb$/i, [27017]],
  [/^neptune$/i, [8182]],
  [/^redshift$/i, [5439]],
  [/^(redis|valkey)$/i, [6379]],
  [/^memcached$/i, [11211]],
];

/** Ports beside the plain one: Oracle and Db2 take TLS on a port of its own. */
const tlsPorts: readonly (readonly [engine: RegExp, ports: readonly number[]])[] = [
  [/^oracle-/i, [2484]],
  [/^db2-/i, [50001]],
];

/**
 * The ports of a database or cache, or nothing while its port or its engine is not known.
 *
 * @param port its own `port`
 * @param engine its engine as text
 */
export function portsOf(port: Value, engine: string | undefined): readonly number[] | undefined {
  if (port.isUnknown) return undefined;
  const own = port.isAbsent ? lookUp(enginePorts, engine) : port.number === undefined ? undefined : [port.number];
  return own && [...own, ...(lookUp(tlsPorts, engine) ?? [])];
}

function lookUp(
  table: readonly (readonly [RegExp, readonly number[]])[],
  engine: string | undefined,
): readonly number[] | undefined {
  return engine === undefined ? undefined : table.find(([pattern]) => pattern.test(engine))?.[1];
}
