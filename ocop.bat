@echo off
rem Double-click: sets the program up on the first run, then shows the menu.
rem "ocop check" and the like, typed in a window of this folder, run that command.
rem ASCII only, and CRLF line ends: the command processor misreads anything else.
setlocal EnableExtensions DisableDelayedExpansion
title OCOP
rem Programs of maps and statistics point these at a Python of their own.
set "PYTHONHOME="
set "PYTHONPATH="

rem A drive letter is lent where this folder is on a network.
pushd "%~dp0"
if errorlevel 1 goto nofolder
if not exist "content\site.yaml" goto nocontent

rem What the program is installed from.
set "FROM="
if exist "requirements.txt" set "FROM=requirements.txt"
for %%F in ("ocop_catalogue-*.whl") do set "FROM=%%~F"
if exist "pyproject.toml" if exist "requirements.lock" set "FROM=requirements.lock"
if not defined FROM goto noprogram

rem A .venv that somebody made by hand is used as it is. Of one of ours, "ocop-begun" is written
rem first and "ocop-ready", a copy of what it was made from, last.
if not exist ".venv\ocop-begun" goto try
fc /b "%FROM%" ".venv\ocop-ready" >nul 2>nul
if errorlevel 1 goto setup
:try
".venv\Scripts\python.exe" -c "import generator.cli" >nul 2>nul
if errorlevel 1 goto setup
goto ready

:setup
set "PY="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "PY=py -3"
if defined PY goto found
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "PY=python"
if not defined PY goto nopython
:found
echo Lan dau chay: dang cai chuong trinh, mat vai phut. Dung dong cua so nay.
if exist ".venv" rmdir /s /q ".venv"
if exist ".venv" goto inuse
%PY% -m venv ".venv"
if errorlevel 1 goto novenv
type nul >".venv\ocop-begun"
if errorlevel 1 goto novenv
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
if "%FROM%"=="requirements.lock" goto fromlock
if "%FROM%"=="requirements.txt" goto fromlist
".venv\Scripts\python.exe" -m pip install --quiet ".\%FROM%"
if errorlevel 1 goto notinstalled
goto installed
:fromlist
".venv\Scripts\python.exe" -m pip install --quiet -r "requirements.txt"
if errorlevel 1 goto notinstalled
goto installed
:fromlock
".venv\Scripts\python.exe" -m pip install --quiet --require-hashes -r "requirements.lock"
if errorlevel 1 goto notinstalled
".venv\Scripts\python.exe" -m pip install --quiet --no-deps -e .
if errorlevel 1 goto notinstalled
:installed
".venv\Scripts\python.exe" -c "import generator.cli"
if errorlevel 1 goto notinstalled
copy /b /y "%FROM%" ".venv\ocop-ready" >nul
if errorlevel 1 goto novenv
echo Da cai xong.

:ready
if not "%~1"=="" goto command
".venv\Scripts\python.exe" -m generator menu
set "STATUS=%ERRORLEVEL%"
if not "%STATUS%"=="0" goto failed
goto leave

:command
".venv\Scripts\python.exe" -m generator %*
set "STATUS=%ERRORLEVEL%"
goto leave

:nofolder
echo Khong mo duoc thu muc cua tep nay. Hay xem o dia hay mang con noi khong, roi chay lai.
echo The folder of this file can't be opened.
echo Bam phim bat ky de dong cua so.
pause >nul
exit /b 1

:nocontent
echo Khong thay tep content\site.yaml canh tep nay. Neu dang mo trong tep nen zip
echo thi hay giai nen ca thu muc ra truoc, roi bam dup ocop.bat trong thu muc ay.
echo There is no content\site.yaml beside this file. Unpack the whole folder first.
goto stopped

:noprogram
echo Chua biet cai chuong trinh tu dau. Hay chep tep ocop_catalogue-...-any.whl
echo vao thu muc nay, hoac tao tep requirements.txt, roi bam dup ocop.bat lan nua.
echo Put the program's wheel, or a requirements.txt that names it, into this folder.
goto stopped

:nopython
echo May nay chua co Python 3.11 tro len. Cach cai:
echo   1. Mo https://www.python.org/downloads/ va tai ban moi cho Windows.
echo   2. Mo tep vua tai, danh dau o "Add python.exe to PATH", bam "Install Now".
echo   3. Cai xong thi bam dup ocop.bat lan nua.
echo Python 3.11 or newer is needed: install it from python.org, then run this again.
goto stopped

:inuse
echo Khong xoa duoc thu muc .venv cu. Hay dong cac cua so ocop khac, roi chay lai.
echo The folder .venv is in use. Close other windows of ocop, then run this again.
goto stopped

:novenv
echo Khong ghi duoc vao thu muc .venv. Hay xem o dia con cho va thu muc co cho ghi khong.
echo The folder .venv can't be written. See whether the disk is full or read-only.
goto stopped

:notinstalled
echo Chua cai duoc chuong trinh. Hay xem may co mang Internet khong, roi bam dup
echo ocop.bat lan nua: lan sau se cai lai tu dau. Van khong duoc thi gui cac dong
echo tren cho nguoi phu trach.
echo The program could not be installed. See whether there is a network, then try again.
goto stopped

:stopped
set "STATUS=1"
:failed
echo.
echo Bam phim bat ky de dong cua so. Press any key to close this window.
pause >nul
:leave
popd
exit /b %STATUS%
