import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isOn, parameterMeets } from "../../knowledge/database-parameters";
import { optionGroup, parameterGroup } from "./databases";

const postgresqlAudit = resourceRule("rds-postgresql-audit", {
  check: (group) => {
    const family = group.get("family");
    group.onlyWhen(family.matches(/^(aurora-)?postgres/i), "is of another engine");
    // An Aurora instance takes what its own group leaves out from the cluster's group, which is judged by itself.
    const inherited = Truth.of(group.type === parameterGroup).and(family.matches(/^aurora-/i));
    const meets = (name: string, condition: (value: Value) => Truth): Truth =>
      parameterMeets(group.get("parameters"), name, condition, inherited);
    group.expect(meets("log_connections", records), "connections are not logged");
    group.expect(meets("log_disconnections", records), "the ends of connections are not logged");
    group.expect(
      meets("shared_preload_libraries", (value) => value.matches(/(^|[\s,])pgaudit($|[\s,])/i)),
      "the audit extension pgaudit is not loaded",
    );
    // Object auditing through a role records access to the tables granted to that role.
    group.expect(
      meets("pgaudit.log", isSomething).or(meets("pgaudit.role", isSomething)),
      "the audit extension pgaudit records nothing",
    );
  },
});

/** On; since PostgreSQL 18, `log_connections` is a list of the steps to log. */
function records(value: Value): Truth {
  return value.isGiven().and(value.isOneOf("0", "off", "false", "no").not());
}

function isSomething(value: Value): Truth {
  return value.isGiven().and(value.isOneOf("none").not());
}

const mysqlAudit = resourceRule("rds-mysql-audit", {
  check: (group) => {
    if (group.type === optionGroup) {
      group.onlyWhen(group.get("engineName").isOneOf("mysql", "mariadb"), "is of another engine");
      const plugin = group.get("options").some((option) => option.get("optionName").isOneOf("MARIADB_AUDIT_PLUGIN"));
      group.expect(plugin, "the option group lacks the audit plugin");
      return;
    }
    group.onlyWhen(group.get("family").matches(/^aurora-mysql/i), "is of another engine");
    const parameters = group.get("parameters");
    group.expect(
      Truth.all([
        parameterMeets(parameters, "server_audit_logging", isOn, Truth.no),
        parameterMeets(parameters, "server_audit_events", (value) => value.isGiven(), Truth.no),
      ]),
      "advanced auditing is off or records no events",
    );
  },
});

const oracleTrails = ["DB", "DB,EXTENDED", "DB, EXTENDED", "OS", "XML", "XML,EXTENDED", "XML, EXTENDED", "TRUE"];

const oracleAudit = resourceRule("rds-option-group-audit-oracle", {
  check: (group) => {
    group.onlyWhen(group.get("family").matches(/^oracle-/i), "is of another engine");
    group.expect(
      parameterMeets(group.get("parameters"), "audit_trail", (value) => value.isOneOf(...oracleTrails), Truth.no),
      "the parameter group keeps no audit trail",
    );
  },
});

/** Rules on what the engines themselves audit. */
export const auditRules: readonly Rule[] = [postgresqlAudit, mysqlAudit, oracleAudit];
