import type * as pulumi from "@pulumi/pulumi";

/** What a presigned URL may be for. */
export enum PhiBucketPresignedMethod {
  /** Read one object. */
  Get = "GET",
  /** Write one object. */
  Put = "PUT",
}

/** Hard limits of presigned URLs. S3 holds every use of a URL to them, whatever the signer wrote into it. */
export interface PhiBucketPresigned {
  /** Seconds after which a signature is refused, 1 to 300. Plain number. Default: 300. */
  maxSeconds?: number;
  /** What URLs may be for. Plain list. Default: GET alone. */
  methods?: PhiBucketPresignedMethod[];
  /** Address ranges from which URLs may be used, none wider than /8. Plain list. Default: any. */
  sourceCidrs?: string[];
  /** VPC endpoints through which URLs may be used, beside `sourceCidrs`. Plain presence. Default: any way. */
  vpcEndpointIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Exact HTTPS origins of pages that may use URLs in a browser, for example `https://portal.example.com`. Plain list. Default: none. */
  origins?: string[];
}
