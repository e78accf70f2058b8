import { KeyRing } from "@hipaa-aws/keys";
import { LogBucket, LogBucketPurpose, PhiBucket } from "@hipaa-aws/object-storage";

/** A program whose number of resources grows with `copies`: each adds nine keys and three buckets with their safeguards. */
export function growingProgram(copies: number): () => void {
  return () => {
    for (let copy = 0; copy < copies; copy++) {
      const keys = new KeyRing(`keys-${copy}`);
      const accessLogBucket = new LogBucket(`access-${copy}`, { purpose: LogBucketPurpose.S3AccessLogs });
      new PhiBucket(`documents-${copy}`, { key: keys.documents, accessLogBucket });
      new PhiBucket(`media-${copy}`, { key: keys.media, accessLogBucket });
    }
  };
}
