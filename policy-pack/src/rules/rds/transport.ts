import { noneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { isOn, parameterMeets } from "../../knowledge/database-parameters";
import { isVersionAtLeast } from "../../knowledge/engine-version";
import { cluster, isReplica, isServerless, namesOwnGroup, onlyOwnEngines } from "./databases";

/**
 * From which version on an engine forces TLS without a parameter that says so; `undefined` where none does. Source:
 * the Amazon RDS and Aurora user guides on SSL/TLS of each engine, November 2026.
 */
const tlsByDefaultSince = {
  mysql: undefined,
  mariadb: [11, 8],
  postgres: [15],
  sqlserver: undefined,
  auroraMysql: [8, 4],
  auroraPostgresql: [17],
} as const;

/** An engine's rule, its parameter groups, and the parameter that makes it refuse connections without TLS. */
type TlsParameter = readonly [id: string, family: RegExp, parameter: string, since: readonly number[] | undefined];

const tlsParameters: readonly TlsParameter[] = [
  ["rds-mysql-require-tls", /^mysql/i, "require_secure_transport", tlsByDefaultSince.mysql],
  ["rds-mariadb-require-tls", /^mariadb/i, "require_secure_transport", tlsByDefaultSince.mariadb],
  ["rds-postgresql-force-ssl", /^postgres/i, "rds.force_ssl", tlsByDefaultSince.postgres],
  ["rds-sqlserver-force-ssl", /^sqlserver-/i, "rds.force_ssl", tlsByDefaultSince.sqlserver],
  ["aurora-mysql-require-tls", /^aurora-mysql/i, "require_secure_transport", tlsByDefaultSince.auroraMysql],
  ["aurora-postgresql-force-ssl", /^aurora-postgresql/i, "rds.force_ssl", tlsByDefaultSince.auroraPostgresql],
];

const requireTls: readonly Rule[] = tlsParameters.map(([id, family, parameter, since]) =>
  resourceRule(id, {
    check: (group) => {
      group.onlyWhen(group.get("family").matches(family), "is of another engine");
      group.expect(setsTls(group, parameter, since), "the parameter group lets clients connect without TLS");
    },
  }),
);

function setsTls(group: Readable, parameter: string, since: readonly number[] | undefined): Truth {
  const byDefault = Truth.of(since !== undefined && isVersionAtLeast(group.get("family").text ?? "", since));
  return parameterMeets(group.get("parameters"), parameter, isOn, byDefault);
}

interface Readable {
  get(path: string): Value;
}

/** Whether a parameter group of any engine makes clients use TLS. Engines that do it by options are not judged. */
export function groupForcesTls(group: Readable): Truth {
  return Truth.all(
    tlsParameters.map(([, family, parameter, since]) =>
      group
        .get("family")
        .matches(family)
        .not()
        .or(setsTls(group, parameter, since)),
    ),
  );
}

/** An engine, the version from which it forces TLS, and whether AWS's default version is at least that. */
type Default = readonly [engine: RegExp, since: readonly number[] | undefined, newestByDefault: boolean];

const defaults: readonly Default[] = [
  [/^mysql$/i, tlsByDefaultSince.mysql, false],
  [/^mariadb$/i, tlsByDefaultSince.mariadb, false],
  [/^postgres$/i, tlsByDefaultSince.postgres, true],
  [/^sqlserver-/i, tlsByDefaultSince.sqlserver, false],
  [/^(aurora|aurora-mysql)$/i, tlsByDefaultSince.auroraMysql, false],
  [/^aurora-postgresql$/i, tlsByDefaultSince.auroraPostgresql, false],
];

const customParameterGroup = resourceRule("rds-custom-parameter-group", {
  check: (database) => {
    onlyOwnEngines(database);
    database.onlyWhen(isReplica(database).or(isServerless(database)).not(), "its source or its mode decides");
    const group = database.get(database.type === cluster ? "dbClusterParameterGroupName" : "parameterGroupName");
    database.expect(
      namesOwnGroup(group, /^default\./i).or(forcesTlsByDefault(database)),
      "the database falls to AWS's default parameter group, which lets clients connect without TLS",
    );
  },
});

/** Whether the engine's default parameter group forces TLS. Oracle, which does it by options, has its own rule. */
export function forcesTlsByDefault(database: Readable): Truth {
  const engine = database.get("engine");
  const version = database.get("engineVersion");
  return Truth.all(
    defaults.map(([pattern, since, newestByDefault]) => {
      if (since === undefined) return engine.matches(pattern).not();
      const unset = Truth.of(newestByDefault && version.isAbsent);
      const newEnough = version.whenKnown((raw) => isVersionAtLeast(asText(raw), since));
      return Truth.any([engine.matches(pattern).not(), unset, newEnough]);
    }),
  );
}

/** Parameters that choose TLS versions, by family, with the values that let TLS 1.0 or 1.1 in. */
const versionParameters: readonly (readonly [family: RegExp, parameter: string, old: RegExp])[] = [
  [/^(aurora-)?mysql|^mariadb/i, "tls_version", /(^|[\s,;])TLSv1(\.[01])?($|[\s,;])/i],
  [/^(aurora-)?postgres/i, "ssl_min_protocol_version", /^TLSv1(\.[01])?$/i],
  [/^sqlserver-/i, "rds.tls10", /^enabled$/i],
  [/^sqlserver-/i, "rds.tls11", /^enabled$/i],
];

const minimumVersion = resourceRule("rds-tls-minimum-version", {
  check: (group) => {
    const family = group.get("family");
    for (const [pattern, parameter, old] of versionParameters) {
      const fine = parameterMeets(
        group.get("parameters"),
        parameter,
        (value) => value.matches(old).not(),
        // The default leaves old versions out.
        Truth.yes,
      );
      group.expect(family.matches(pattern).not().or(fine), "the parameter group lets TLS 1.0 or 1.1 in");
    }
  },
});

const expiredAuthorities = ["rds-ca-2015", "rds-ca-2019"];

const currentAuthority = resourceRule("rds-tls-ca-current", {
  check: (database) => {
    const path = database.type === cluster ? "caCertificateIdentifier" : "caCertIdentifier";
    noneOf(path, expiredAuthorities, "the database's certificate comes from an expired authority")(database);
  },
});

/** Rules on TLS between clients and databases. */
export const transportRules: readonly Rule[] = [...requireTls, customParameterGroup, minimumVersion, currentAuthority];
