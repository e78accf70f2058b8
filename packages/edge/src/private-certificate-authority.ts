import * as acmpca from "@pulumi/aws/acmpca";
import * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment, checksFor, type ArgumentChecks, type AwsEnvironment } from "@hipaa-aws/foundation";
import { requireArgument } from "./load-balancer-settings";
import {
  PrivateCertificateAuthorityMode,
  type PrivateCertificateAuthorityArgs,
} from "./private-certificate-authority-args";

/** NIST P-384, and the signature that goes with it. */
const keyAlgorithm = "EC_secp384r1";
const signingAlgorithm = "SHA384WITHECDSA";
const defaultValidityYears = 10;
const mostYears = 30;
/** The longest that AWS Private CA waits before it deletes an authority for good. */
const deletionDays = 30;
const subjectText = /^[A-Za-z0-9][A-Za-z0-9 '()+,./:=?-]{0,63}$/;

/**
 * A root authority for names inside the network: its key stays in a FIPS 140 module of AWS, and it is active once its own
 * certificate is installed. Trust it where its certificates are checked, by `certificatePem`.
 *
 * Cost (us-east-1, November 2026, list prices, a month): short-lived mode 50 USD and 0.058 USD a certificate; general
 * purpose 400 USD and from 0.75 USD a certificate.
 *
 * @throws ArgumentError for impossible names and numbers; see README
 * Source: 45 CFR 164.312(e)(1), 164.312(e)(2)(ii), 164.312(d).
 */
export class PrivateCertificateAuthority extends pulumi.ComponentResource {
  /** ARN, known once the authority is active. */
  public readonly certificateAuthorityArn!: pulumi.Output<string>;
  /** The authority's own certificate in PEM, which clients trust. */
  public readonly certificatePem!: pulumi.Output<string>;

  constructor(name: string, args: PrivateCertificateAuthorityArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("PrivateCertificateAuthority", name);
    const { mode = PrivateCertificateAuthorityMode.ShortLived, validityYears = defaultValidityYears } = args;
    checkArgs(checks, name, args, mode, validityYears);
    super("edge:index:PrivateCertificateAuthority", name, { ...args }, opts);

    const environment = awsEnvironment(this);
    const authority = createAuthority(name, args, mode, environment, this);
    const certificate = new acmpca.Certificate(
      `${name}-root`,
      {
        certificateAuthorityArn: authority.arn,
        certificateSigningRequest: authority.certificateSigningRequest,
        signingAlgorithm,
        templateArn: arn(environment, "acm-pca", "template/RootCACertificate/V1", { region: "", account: "" }),
        validity: { type: "YEARS", value: String(validityYears) },
      },
      { parent: this },
    );
    const installed = new acmpca.CertificateAuthorityCertificate(
      `${name}-root`,
      { certificateAuthorityArn: authority.arn, certificate: certificate.certificate },
      { parent: this },
    );
    if (mode === PrivateCertificateAuthorityMode.GeneralPurpose) renewalByAcm(name, authority, this);

    this.certificateAuthorityArn = installed.certificateAuthorityArn;
    this.certificatePem = certificate.certificate;
    this.registerOutputs({
      certificateAuthorityArn: this.certificateAuthorityArn,
      certificatePem: this.certificatePem,
    });
  }
}

function checkArgs(
  checks: ArgumentChecks,
  name: string,
  args: PrivateCertificateAuthorityArgs,
  mode: PrivateCertificateAuthorityMode,
  validityYears: number,
): void {
  requireArgument(checks, "organization", args.organization, "Give the name of the organization");
  const form = "1 to 64 letters, digits, spaces and simple punctuation";
  checks.matches("organization", args.organization, subjectText, form);
  checks.matches("commonName", args.commonName ?? name, subjectText, form);
  checks.oneOf("mode", mode, Object.values(PrivateCertificateAuthorityMode));
  checks.integer("validityYears", validityYears, 1, mostYears);
}

function createAuthority(
  name: string,
  args: PrivateCertificateAuthorityArgs,
  mode: PrivateCertificateAuthorityMode,
  environment: AwsEnvironment,
  parent: pulumi.Resource,
): acmpca.CertificateAuthority {
  const revocable = mode === PrivateCertificateAuthorityMode.GeneralPurpose;
  return new acmpca.CertificateAuthority(
    name,
    {
      type: "ROOT",
      usageMode: mode,
      certificateAuthorityConfiguration: {
        keyAlgorithm,
        signingAlgorithm,
        subject: { commonName: args.commonName ?? name, organization: args.organization },
      },
      // In China keys are kept by that country's own standard.
      keyStorageSecurityStandard: environment.partition.apply((partition) =>
        partition === "aws-cn" ? "CCPC_LEVEL_1_OR_HIGHER" : "FIPS_140_2_LEVEL_3_OR_HIGHER",
      ),
      ...(revocable ? { revocationConfiguration: { ocspConfiguration: { enabled: true } } } : {}),
      permanentDeletionTimeInDays: deletionDays,
      ...(args.tags === undefined ? {} : { tags: args.tags }),
    },
    { parent },
  );
}

// Without it, certificates that ACM has from this authority end without renewal.
function renewalByAcm(name: string, authority: acmpca.CertificateAuthority, parent: pulumi.Resource): void {
  new acmpca.Permission(
    `${name}-acm`,
    {
      certificateAuthorityArn: authority.arn,
      principal: "acm.amazonaws.com",
      actions: ["IssueCertificate", "GetCertificate", "ListPermissions"],
    },
    { parent },
  );
}
