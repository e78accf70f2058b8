import type { ForeignShape } from "../support/foreign";
import { carelessSftpIntake } from "./sftp-intake/careless";
import { compliantSftpIntake } from "./sftp-intake/compliant";
import { mistakes } from "./sftp-intake/mistakes";

export const shape: ForeignShape = {
  title: "Transfer Family, S3, EventBridge, SQS and Lambda",
  compliant: compliantSftpIntake,
  careless: carelessSftpIntake,
  accepted: {},
  mistakes,
};
