import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { parameterMeets } from "../../knowledge/database-parameters";
import { compareVersions, isVersionAtLeast, versionNumbers } from "../../knowledge/engine-version";
import { instance, isReplica, isRestore, optionGroup, parameterGroup } from "./databases";

const eligibleEngines = [
  "mysql",
  "mariadb",
  "postgres",
  "oracle-ee",
  "oracle-ee-cdb",
  "oracle-se2",
  "oracle-se2-cdb",
  "sqlserver-ee",
  "sqlserver-se",
  "sqlserver-web",
  // Left to the rule on the SQL Server edition.
  "sqlserver-ex",
  "aurora-mysql",
  "aurora-postgresql",
  // Left to the rules on Amazon DocumentDB and Amazon Neptune.
  "docdb",
  "neptune",
];

const engineAllowlist = resourceRule("rds-oracle-mysql-engine-allowlist", {
  config: {
    allowedDbEngines: {
      type: "array",
      items: { type: "string" },
      description: "Further engines whose eligibility was checked, for example db2-se.",
      default: [],
    },
  },
  check: (database) => {
    const engine = database.get("engine");
    const allowed = [...eligibleEngines, ...database.setting<readonly string[]>("allowedDbEngines")];
    database.expect(
      engine
        .isGiven()
        .not()
        .or(engine.isOneOf(...allowed)),
      "the engine is not on the list of engines that may hold PHI",
    );
  },
});

const sqlServerEdition = resourceRule("rds-sqlserver-edition", {
  check: (database) => {
    database.onlyWhen(database.mayHoldPhi(), "is tagged as holding no PHI");
    database.expect(
      database.get("engine").isOneOf("sqlserver-ex").not(),
      "the Express edition of SQL Server must not hold PHI",
    );
  },
});

const sqlServerVersion = resourceRule("rds-sqlserver-version", {
  check: (database) => {
    database.onlyWhen(database.get("engine").matches(/^sqlserver-/i), "is of another engine");
    const version = database.get("engineVersion");
    database.expect(
      version
        .isGiven()
        .not()
        .or(version.whenKnown((raw) => isVersionAtLeast(asText(raw), [14]))),
      "the version of SQL Server is older than 2017",
    );
  },
});

const sqlServerAudit = stackRule("rds-sqlserver-audit", {
  types: [instance],
  check: (check, graph) => {
    for (const database of graph.ofType(instance)) {
      const judged = Truth.all([
        database.get("engine").isOneOf("sqlserver-se", "sqlserver-ee", "sqlserver-web"),
        isReplica(database).not(),
        isRestore(database).not(),
      ]);
      if (judged.isNo) continue;
      const audited = Truth.any([
        boundGroupMeets(graph, database, "parameterGroupName", parameterGroup, auditsByParameter),
        boundGroupMeets(graph, database, "optionGroupName", optionGroup, auditsByOption),
      ]);
      check.expect(database, judged.not().or(audited), "neither the parameter group nor the option group audits");
    }
  },
});

/** Whether the group that an instance names meets a condition; unknown where it is declared elsewhere. */
function boundGroupMeets(
  graph: StackGraph,
  database: GraphResource,
  path: string,
  type: string,
  condition: (group: GraphResource) => Truth,
): Truth {
  const name = database.get(path);
  if (name.isAbsent || name.matches(/^default[.:]/i).isYes) return Truth.no;
  const { targets } = graph.references(database, path, type);
  return targets.length > 0 ? Truth.any(targets.map(condition)) : Truth.unknown(path);
}

function auditsByParameter(group: GraphResource): Truth {
  const audits = (value: Value): Truth => value.isOneOf("fedramp_hipaa");
  return parameterMeets(group.get("parameters"), "rds.sqlserver_audit", audits, Truth.no);
}

function auditsByOption(group: GraphResource): Truth {
  return group.get("options").some((option) => {
    const given = (name: string): Truth =>
      option
        .get("optionSettings")
        .some((setting) => setting.get("name").isOneOf(name).and(setting.get("value").isGiven()));
    return Truth.all([
      option.get("optionName").isOneOf("SQLSERVER_AUDIT"),
      given("S3_BUCKET_ARN"),
      given("IAM_ROLE_ARN"),
    ]);
  });
}

/** The last versions, by engine and major, with the flaw of log_fdw. Source: AWS security bulletin AWS-2022-004. */
const lastVulnerable: Readonly<Record<string, readonly (readonly number[])[]>> = {
  postgres: [
    [9, 6, 21],
    [10, 16],
    [11, 11],
    [12, 6],
    [13, 2],
  ],
  "aurora-postgresql": [
    [10, 13],
    [11, 8],
  ],
};

const vulnerablePostgres = resourceRule("rds-no-vulnerable-postgres", {
  check: (database) => {
    const version = database.get("engineVersion");
    database.expect(
      Truth.all(
        Object.entries(lastVulnerable).map(([engine, last]) =>
          database
            .get("engine")
            .isOneOf(engine)
            .and(version.whenKnown((raw) => isVulnerable(versionNumbers(asText(raw)), last)))
            .not(),
        ),
      ),
      "the version of PostgreSQL has a known flaw that lets users read files of the host",
    );
  },
});

/** A major version alone means its newest minor one. */
function isVulnerable(version: readonly number[], lastOfMajors: readonly (readonly number[])[]): boolean {
  return lastOfMajors.some((last) => {
    const major = last.slice(0, -1);
    const sameMajor = major.every((part, index) => version[index] === part);
    return sameMajor && version.length >= last.length && compareVersions(version, last) <= 0;
  });
}

/** Rules on engines, their editions and versions. */
export const engineRules: readonly Rule[] = [
  engineAllowlist,
  sqlServerEdition,
  sqlServerVersion,
  sqlServerAudit,
  vulnerablePostgres,
];
