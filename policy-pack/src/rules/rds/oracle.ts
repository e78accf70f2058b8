import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { parameterMeets } from "../../knowledge/database-parameters";
import { isReplica, isRestore, namesOwnGroup } from "./databases";

const networkEncryption = resourceRule("rds-oracle-network-encryption", {
  check: (group) => {
    group.onlyWhen(group.get("engineName").matches(/^oracle-/i), "is of another engine");
    group.expect(
      group.get("options").some((option) => encryptsNatively(option).or(encryptsByTls(option))),
      "the option group does not require encrypted connections with AES-256 and SHA-2, or TLS 1.2",
    );
  },
});

/** Oracle's own network encryption. Its defaults only request encryption and offer weak algorithms too. */
function encryptsNatively(option: Value): Truth {
  const setting = settingsOf(option);
  return Truth.all([
    option.get("optionName").isOneOf("NATIVE_NETWORK_ENCRYPTION"),
    setting("SQLNET.ENCRYPTION_SERVER", (value) => value.isOneOf("REQUIRED")),
    setting("SQLNET.ENCRYPTION_TYPES_SERVER", (value) =>
      value.matches(/(^|[\s,(])AES256($|[\s,)])/i).and(value.matches(/RC4|DES/i).not()),
    ),
    setting("SQLNET.CRYPTO_CHECKSUM_SERVER", (value) => value.isOneOf("REQUIRED")),
    setting("SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER", (value) =>
      value.matches(/SHA(256|384|512)/i).and(value.matches(/MD5|SHA-?1($|[\s,)])/i).not()),
    ),
  ]);
}

function encryptsByTls(option: Value): Truth {
  return Truth.all([
    option.get("optionName").isOneOf("SSL"),
    // "1.2 or 1.0", and the default 1.0, let TLS 1.0 in.
    settingsOf(option)("SQLNET.SSL_VERSION", (value) => value.matches(/^1\.[23]( or 1\.[23])*$/i)),
  ]);
}

/** Settings of an option stand in the same form as parameters of a group. */
function settingsOf(option: Value): (name: string, condition: (value: Value) => Truth) => Truth {
  return (name, condition) => parameterMeets(option.get("optionSettings"), name.toLowerCase(), condition, Truth.no);
}

const optionGroupBound = resourceRule("rds-oracle-option-group-bound", {
  check: (database) => {
    database.onlyWhen(database.get("engine").matches(/^oracle-/i), "is of another engine");
    database.onlyWhen(isReplica(database).or(isRestore(database)).not(), "its source decides");
    database.expect(
      namesOwnGroup(database.get("optionGroupName"), /^default:/i),
      "the database falls to AWS's default option group, which does not encrypt connections",
    );
  },
});

/** Rules on RDS for Oracle. */
export const oracleRules: readonly Rule[] = [networkEncryption, optionGroupBound];
