import type { OutlineFlag } from '../outline.ts'
import type { Position } from './position.ts'
import { allPositions, wordsAt } from './position.ts'

/** Completion for PowerShell 5 and later; what names a file is left to PowerShell itself. */
export function powershellCompletion(root: Position): string {
  const positions = allPositions(root)
  return `# PowerShell completion for hearten. It starts nothing, and evaluates nothing that was typed.
Register-ArgumentCompleter -Native -CommandName hearten -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $positions = @{
${positions.map(positionRow).join('\n')}
  }
  $at = ''
  $skips = $false
  $flag = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
    $word = $element.Extent.Text
    if ($skips) { $skips = $false; $flag = ''; continue }
    if ($word -eq '--') { return }
    if ($word.StartsWith('-')) {
      if ($positions[$at].takes.ContainsKey($word)) { $skips = $true; $flag = $word }
      continue
    }
    $deeper = "$at $word".Trim()
    if ($positions.ContainsKey($deeper)) { $at = $deeper }
  }
  $here = $positions[$at]
  if ($skips) { $found = $here.takes[$flag] }
  elseif ($wordToComplete.StartsWith('-')) { $found = $here.flags }
  else { $found = $here.words }
  $found | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

function positionRow(position: Position): string {
  const takes = position.flags.flatMap(({ long, word, values }) =>
    word ? [`${quoted(long)} = ${listed(typeof values === 'object' ? values : [])}`] : [],
  )
  const { words } = wordsAt(position)
  return `    ${quoted(position.path.join(' '))} = @{ words = ${listed(words)}; flags = ${listed(position.flags.flatMap(typed))}; takes = @{ ${takes.join('; ')} } }`
}

const typed = ({ long, short }: OutlineFlag): string[] => (short ? [short, long] : [long])

const listed = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
