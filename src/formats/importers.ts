import { csvImporter } from './csv.ts'
import type { Importer } from './importer.ts'
import { jsonImporter } from './json.ts'

/** Everything that can be taken in, in the order in which a file is held against them. */
export const importers: readonly Importer[] = [jsonImporter, csvImporter]
