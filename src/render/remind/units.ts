import type { Day } from '../../journal/day.ts'
import type { Reminder } from './script.ts'
import { reminderWords } from './words.ts'

/** A file that the system reads, by its name, and its text. */
export interface Unit {
  readonly name: string
  readonly text: string
}

/** A timer of systemd for one person. A time that went by while the computer was off is let go. */
export const systemdUnits = ({ time }: Reminder, script: string): readonly Unit[] => [
  {
    name: 'hearten-remind.service',
    text: `[Unit]
Description=${reminderWords.title}

[Service]
Type=oneshot
ExecStart=/bin/sh ${inUnit(script)} note
`,
  },
  {
    name: 'hearten-remind.timer',
    text: `[Unit]
Description=${reminderWords.title}

[Timer]
OnCalendar=*-*-* ${time}:00

[Install]
WantedBy=timers.target
`,
  },
]

const inUnit = (path: string): string =>
  `"${path.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`

/** A job of launchd for one person. */
export function launchdUnit({ time }: Reminder, script: string): Unit {
  const [hour, minute] = time.split(':').map(Number)
  return {
    name: 'hearten.remind.plist',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>hearten.remind</string>
  <key>ProgramArguments</key>
  <array>
    <string>/bin/sh</string>
    <string>${inXml(script)}</string>
    <string>note</string>
  </array>
  <key>StartCalendarInterval</key>
  <dict>
    <key>Hour</key>
    <integer>${hour}</integer>
    <key>Minute</key>
    <integer>${minute}</integer>
  </dict>
</dict>
</plist>
`,
  }
}

/** A task for the Task Scheduler of Windows; a pause is a later first day. */
export const windowsTask = ({ time, pausedUntil }: Reminder, today: Day): Unit => ({
  name: 'remind.xml',
  text: `<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>${reminderWords.title}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>${pausedUntil ?? today}T${time}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Settings>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StartWhenAvailable>false</StartWhenAvailable>
  </Settings>
  <Actions>
    <Exec>
      <Command>powershell.exe</Command>
      <Arguments>-NoProfile -WindowStyle Hidden -Command "${inXml(balloon)}"</Arguments>
    </Exec>
  </Actions>
</Task>
`,
})

const balloon = [
  'Add-Type -AssemblyName System.Windows.Forms, System.Drawing',
  '$note = New-Object System.Windows.Forms.NotifyIcon',
  '$note.Icon = [System.Drawing.SystemIcons]::Information',
  '$note.Visible = $true',
  `$note.ShowBalloonTip(10000, '${reminderWords.title}', '${reminderWords.body}', 'None')`,
  'Start-Sleep 10',
  '$note.Dispose()',
].join('; ')

const inXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
