import { type ChainFault, chainFaults } from '../../../../shared/template/chain-faults.ts';
import type { ApprovalStep, Template } from '../../../../shared/template/template.ts';

/** A paper with the chain its template asks for. */
export interface ChainRow {
  template: Template;
  written: readonly ApprovalStep[];
}

/** What the template asks for stands for the paper of the program: its steps by law carry their provision. */
export const faultsOfChain = ({ template, written }: ChainRow, chain: readonly ApprovalStep[]): ChainFault[] =>
  chainFaults(chain, template, { name: template.name, approval: [...written] });
