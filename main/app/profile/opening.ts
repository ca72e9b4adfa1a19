import type { KeyChangeProgress } from '../../../shared/contract/key-change.ts';
import type { Operator } from '../../../shared/contract/session.ts';
import type { FeatureContext } from '../../features/context.ts';
import type { FolderTickets } from '../../platform/folder-tickets.ts';
import type { Definitions } from '../../platform/definitions/load.ts';
import type { Desktop } from '../../platform/host.ts';
import type { OneTimePdfs } from '../../platform/one-time-pdfs.ts';
import type { Printer } from '../../platform/print/printer.ts';
import type { Trust } from '../../platform/store/unit-of-work.ts';
import type { Signals } from '../../platform/signals.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import type { VaultKey } from '../../platform/vault/keys.ts';
import type { UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import type { ContractRouter, Implementer } from '../../features/implementer.ts';
import type { Act } from '../../platform/audit/chain.ts';
import type { ByteAnswers } from '../http/bytes-route.ts';
import type { ErrorLog } from '../error-log.ts';
import type { WrongPasswords } from '../session/wrong-passwords.ts';

/** What the workstation gives every profile it opens. */
export interface ProfileTools {
  definitions: Definitions;
  printer: Printer;
  oneTimePdfs: OneTimePdfs;
  signals: Signals;
  folderTickets: FolderTickets;
  desktop: Desktop;
  errorLog: ErrorLog;
  os: Implementer;
  now: () => Date;
}

/** Which profile is opened, and for whom. */
export interface OpenRequest {
  profileDir: string;
  /** Of the person it is opened for; wiped when it is closed. */
  keys: UnlockedKeys;
  keyring: Keyring;
  wrongPasswords: WrongPasswords;
  /** Told how far a change of the vault key is, and null when there is none. */
  onKeyChange: (progress: KeyChangeProgress | null) => void;
  /** Called when the database can no longer be trusted to keep what it is given: the profile must be closed. */
  onDoubt: Trust['onDoubt'];
}

/** What the features of a profile are made of. */
export interface ProfileParts extends ProfileTools, OpenRequest {
  context: FeatureContext;
  vaultKey: VaultKey;
  blobs: BlobStore;
}

/** A profile that is open for one person, whatever that person's keys open; ends with `close` at lock. */
export interface OpenProfile {
  operator: Operator;
  /** Sentences about what the last session left behind. */
  notices: string[];
  routers: Omit<ContractRouter, 'session' | 'restore' | 'desktop'>;
  /** Null for who opens no content: every byte route belongs to the cases. */
  byteAnswers: ByteAnswers | null;
  close: () => Promise<void>;
  /** Puts an act that concerns the keys or the profile as a whole on record. */
  note: (act: Act) => Promise<void>;
  /** How many papers wait for the opinion of the person of these keys, who is not the operator. */
  waitFor: (keys: UnlockedKeys) => number;
  officeName: () => string;
  idleLockMinutes: () => number;
  /** Of the chain of the cases, or of the office where that is all there is. */
  anchor: () => string;
  verifiedAt: () => string | null;
  withoutBackupSince: () => string;
  /** Resolves with the ticket of the one-time PDF. */
  printRecoveryLetter: (code: string) => Promise<string>;
}
