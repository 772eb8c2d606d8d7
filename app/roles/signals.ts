/**
 * By what answers a role is chosen on `/which-role`. A role's file says where its work lies and what speaks for it, so a
 * new role takes part in the choice as soon as its file says so; one without signals is never the answer.
 */
import { z } from 'zod'

/** Where the work lies, in the order the first question lists it. */
export const workAreas = [
  'server',
  'screen',
  'both',
  'phone',
  'reports',
  'predictions',
  'operations',
  'quality',
  'salesforce',
  'design',
  'security',
  'delivery',
  'unsure',
] as const
export type WorkArea = (typeof workAreas)[number]

/** What an answer can say of the work. */
export const traits = ['executes_features', 'plans_architecture', 'talks_to_leaders'] as const
export type Trait = (typeof traits)[number]

/** How each reads in the rule: "2 for work that is described already". */
export const traitWords: Record<Trait, string> = {
  executes_features: 'work that is described already',
  plans_architecture: 'decisions that are still open',
  talks_to_leaders: 'finding out from leaders and users what is needed',
}

/** Points for each answer that says so: positive speaks for the role, negative against it. */
export const signalsSchema = z.strictObject({
  areas: z.array(z.enum(workAreas)).min(1),
  executes_features: z.int().default(0),
  plans_architecture: z.int().default(0),
  talks_to_leaders: z.int().default(0),
})
