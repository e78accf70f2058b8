import type { ArgumentChecks } from "@hipaa-aws/foundation";
import {
  DatabaseInstanceEngine,
  DatabaseInstanceOracleEncryption,
  DatabaseInstanceOracleLicense,
  type DatabaseInstanceOracle,
} from "./args";
import type { EngineOption, EnginePreset } from "./preset";

/** The port of the SSL option. 1521 goes on listening in clear, so nobody is let in there. */
export const oracleTlsPort = 2484;

/**
 * Oracle 19, the long-term release that RDS runs outside a container database. Container databases are left out: AWS
 * does not say for all of them that RDS manages the master password.
 * Source: RDS for Oracle in the RDS User Guide.
 */
export const oracle: EnginePreset = {
  what: "Oracle database",
  port: 1521,
  majors: ["19"],
  majorOf: (version) => version.split(".")[0] ?? "",
  family: (engine, major) => `${engine}-${major}`,
  instanceClass: "db.m6i.large",
  storage: { largest: 65_536, provisionedFrom: 200, iops: [12_000, 64_000], throughput: [500, 4_000] },
  // Trace files hold statements with their values.
  logs: ["alert", "audit", "listener"],
  parameters: {
    // 45 CFR 164.312(b): records go to files, which are exported. The extended trails add the text of statements.
    locked: { audit_trail: "OS" },
    changeable: {},
    atReboot: new Set(["audit_trail"]),
    refused: [
      [/^(audit_|unified_audit)/, "would change the audit record"],
      [
        /^sql_trace$|^_?trace_enabled$|^event$/,
        "would write statements with their values, which are PHI, into trace files",
      ],
      [/^sqlnetora\./, "would change how connections are encrypted and signed in"],
    ],
  },
  iamSignIn: false,
  extendedSupport: false,
  databaseName: {
    form: /^[A-Z][A-Z0-9]{0,7}$/,
    words: "a SID: an upper-case letter, then up to 7 upper-case letters and digits",
    standard: "ORCL",
    reserved: ["null"],
  },
  user: {
    form: /^[a-z][a-z0-9]{0,29}$/,
    words: "a lower-case letter, then up to 29 lower-case letters and digits",
    standard: "dbadmin",
    reserved: [
      "sys",
      "system",
      "sysbackup",
      "sysdg",
      "syskm",
      "sysrac",
      "dbsnmp",
      "outln",
      "rdsadmin",
      "public",
      "audsys",
    ],
  },
};

/** The choices of Oracle after checks and defaults. */
export interface OracleSettings {
  encryption: DatabaseInstanceOracleEncryption;
  license: DatabaseInstanceOracleLicense;
  options: EngineOption[];
}

/**
 * Checks what only Oracle has.
 *
 * @throws ArgumentError for a license or a second layer that the edition does not have.
 */
export function oracleSettings(
  checks: ArgumentChecks,
  engine: DatabaseInstanceEngine,
  given: DatabaseInstanceOracle,
): OracleSettings {
  const encryption = checks.oneOf(
    "oracle.encryption",
    given.encryption ?? DatabaseInstanceOracleEncryption.NativeNetworkEncryption,
    Object.values(DatabaseInstanceOracleEncryption),
  );
  const license = checks.oneOf(
    "oracle.license",
    given.license ?? DatabaseInstanceOracleLicense.BringYourOwn,
    Object.values(DatabaseInstanceOracleLicense),
  );
  const isEnterprise = engine === DatabaseInstanceEngine.OracleEnterprise;
  if (isEnterprise && license === DatabaseInstanceOracleLicense.Included)
    checks.fail(
      "engine and oracle.license",
      "do not fit: RDS includes the license of Standard Edition 2 only",
      "Bring your own license or choose OracleStandardTwo",
    );
  if (!isEnterprise && given.transparentDataEncryption)
    checks.fail(
      "engine and oracle.transparentDataEncryption",
      "do not fit: Transparent Data Encryption is part of Enterprise Edition",
      "Leave it out or choose OracleEnterprise",
    );
  const transport = encryption === DatabaseInstanceOracleEncryption.Tls ? tls : nativeNetworkEncryption;
  return {
    encryption,
    license,
    options: [transport, ...(given.transparentDataEncryption ? [{ optionName: "TDE", settings: {} }] : [])],
  };
}

/**
 * Native network encryption that a client cannot turn down, to the database and from it by database links. Its
 * defaults only ask for encryption, and offer RC4, DES and MD5.
 * Source: "NATIVE_NETWORK_ENCRYPTION option settings" in the RDS User Guide.
 */
const nativeNetworkEncryption: EngineOption = {
  optionName: "NATIVE_NETWORK_ENCRYPTION",
  settings: {
    "SQLNET.ENCRYPTION_SERVER": "REQUIRED",
    "SQLNET.ENCRYPTION_CLIENT": "REQUIRED",
    "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256",
    "SQLNET.ENCRYPTION_TYPES_CLIENT": "AES256",
    "SQLNET.CRYPTO_CHECKSUM_SERVER": "REQUIRED",
    "SQLNET.CRYPTO_CHECKSUM_CLIENT": "REQUIRED",
    "SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER": "SHA256,SHA384,SHA512",
    "SQLNET.CRYPTO_CHECKSUM_TYPES_CLIENT": "SHA256,SHA384,SHA512",
    // Clients without the patch of July 2021 fall back to the weak ciphers.
    "SQLNET.ALLOW_WEAK_CRYPTO_CLIENTS": "FALSE",
    "SQLNET.ALLOW_WEAK_CRYPTO": "FALSE",
  },
};

/**
 * TLS 1.2 with a suite of forward secrecy that fits the RSA certificate of the instance, in FIPS 140-2 mode, which is
 * off by default. Source: "Oracle Secure Sockets Layer", tables of suites and of certificates, in the RDS User Guide.
 */
const tls: EngineOption = {
  optionName: "SSL",
  settings: {
    "SQLNET.SSL_VERSION": "1.2",
    "SQLNET.CIPHER_SUITE": "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "FIPS.SSLFIPS_140": "TRUE",
  },
};
