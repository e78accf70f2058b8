import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, instance, noPhi, optionGroup, parameterGroup, parameters } from "../../testing/databases";

const sqlServer = (properties: Record<string, unknown> = {}) => instance({ engine: "sqlserver-se", ...properties });
const auditGroup = parameterGroup("sqlserver-se-16.0", { "rds.sqlserver_audit": "fedramp_hipaa" }, "parameters");
const auditOption = (settings: Record<string, unknown>) =>
  optionGroup({ options: [{ optionName: "SQLSERVER_AUDIT", optionSettings: parameters(settings) }] }, "options");
const bucketAndRole = { S3_BUCKET_ARN: "arn:aws:s3:::audit", IAM_ROLE_ARN: unknown };

export const engineCases: ServiceCases = {
  "rds-oracle-mysql-engine-allowlist": [
    pass("PostgreSQL", instance({ engine: "postgres" })),
    pass("Aurora MySQL", cluster({ engine: "aurora-mysql" })),
    pass("an engine that the source decides", instance({ replicateSourceDb: "primary" })),
    pass("an allowed engine", instance({ engine: "db2-se" }), { config: { allowedDbEngines: ["db2-se"] } }),
    fault("an engine that nobody checked", instance({ engine: "db2-se" })),
    fault("RDS Custom", instance({ engine: "custom-sqlserver-se" })),
    undecided("known on update", cluster({ engine: unknown })),
  ],
  "rds-sqlserver-edition": [
    pass("Standard", instance({ engine: "sqlserver-se" })),
    pass("another engine", instance({ engine: "mysql" })),
    pass("nothing said", instance({ snapshotIdentifier: "s" })),
    fault("Express", instance({ engine: "sqlserver-ex" })),
    notApplicable("Express without PHI", instance({ engine: "sqlserver-ex", ...noPhi })),
    undecided("known on update", instance({ engine: unknown })),
  ],
  "rds-sqlserver-version": [
    pass("2022", sqlServer({ engineVersion: "16.00.4165.4.v1" })),
    pass("2017", sqlServer({ engineVersion: "14.00" })),
    pass("AWS's default version", sqlServer()),
    fault("2016", sqlServer({ engineVersion: "13.00.6455.2.v1" })),
    notApplicable("another engine", instance({ engine: "postgres", engineVersion: "13" })),
    undecided("known on update", sqlServer({ engineVersion: unknown })),
  ],
  "rds-sqlserver-audit": [
    pass("by parameter", [sqlServer({ parameterGroupName: ref("parameters", "name") }), auditGroup]),
    pass("by parameter, the group by name", [
      sqlServer({ parameterGroupName: "phi" }),
      resource(
        "aws:rds/parameterGroup:ParameterGroup",
        { name: "phi", parameters: parameters({ "rds.sqlserver_audit": "fedramp_hipaa" }) },
        { name: "parameters" },
      ),
    ]),
    pass("by option", [sqlServer({ optionGroupName: ref("options", "name") }), auditOption(bucketAndRole)]),
    fault("an option without a bucket", [
      sqlServer({ optionGroupName: ref("options", "name") }),
      auditOption({ IAM_ROLE_ARN: unknown }),
    ]),
    fault("a group without the parameter", [
      sqlServer({ parameterGroupName: ref("parameters", "name") }),
      parameterGroup("sqlserver-se-16.0", { "rds.force_ssl": "1" }, "parameters"),
    ]),
    fault("no groups, though another instance has one", [
      sqlServer(),
      auditGroup,
      instance({ engine: "sqlserver-ee", parameterGroupName: ref("parameters", "name") }, "other"),
    ]),
    fault(
      "default groups",
      sqlServer({ parameterGroupName: "default.sqlserver-se-16.0", optionGroupName: "default:sqlserver-se-16-00" }),
    ),
    pass("a replica", sqlServer({ replicateSourceDb: "primary" })),
    pass("a restore", sqlServer({ snapshotIdentifier: "s" })),
    pass("Express, which another rule reports", instance({ engine: "sqlserver-ex" })),
    pass("another engine", instance({ engine: "mysql" })),
    undecided("a group of another stack", sqlServer({ parameterGroupName: "shared" })),
    undecided("a group known on update", sqlServer({ optionGroupName: unknown })),
    fault("no groups, though there is one that audits", [sqlServer(), auditGroup]),
    fault("no groups at all", sqlServer()),
  ],
  "rds-no-vulnerable-postgres": [
    pass("a new version", instance({ engine: "postgres", engineVersion: "17.6" })),
    pass("AWS's default version", instance({ engine: "postgres" })),
    pass("a major version, which means its newest minor one", instance({ engine: "postgres", engineVersion: "13" })),
    pass("the first version without the flaw", instance({ engine: "postgres", engineVersion: "13.3" })),
    fault("the last version with it", instance({ engine: "postgres", engineVersion: "13.2" })),
    fault("12.6", instance({ engine: "postgres", engineVersion: "12.6" })),
    fault("9.6.18", instance({ engine: "postgres", engineVersion: "9.6.18" })),
    fault("Aurora 11.8", cluster({ engine: "aurora-postgresql", engineVersion: "11.8" })),
    pass("Aurora 12.4", cluster({ engine: "aurora-postgresql", engineVersion: "12.4" })),
    pass("another engine", instance({ engine: "mariadb", engineVersion: "10.6" })),
    undecided("known on update", instance({ engine: "postgres", engineVersion: unknown })),
  ],
};
