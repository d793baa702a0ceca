; Inno Setup, around the bundle that PyInstaller makes on Windows. Written, not run: none of our machines has Windows.
;   python dev.py package && iscc /DVersion=0.1.0 packaging\windows\legsup.iss
[Setup]
AppId={{6B6C5C5E-5F0B-4E44-9E5B-1E0F4C7C11A5}
AppName=Legs Up
AppVersion={#Version}
AppPublisher=The Legs Up maintainers
DefaultDirName={autopf}\Legs Up
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
OutputDir=..\..\build\packages
OutputBaseFilename=LegsUp-{#Version}-setup
LicenseFile=..\..\LICENSE
UninstallDisplayIcon={app}\legsup-gui.exe
ArchitecturesInstallIn64BitMode=x64compatible arm64
MinVersion=10.0.17763

[Files]
Source: "..\..\build\packaging\bundle\legsup\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Legs Up"; Filename: "{app}\legsup-gui.exe"; AppUserModelID: "app.legsup.LegsUp"

[Run]
Filename: "{app}\legsup-gui.exe"; Description: "Open Legs Up"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{app}\legsup.exe"; Parameters: "stop"; Flags: runhidden; RunOnceId: "Stop"
; Settings and journal are the person's own and stay.
