"""Opens a Word file in LibreOffice, accepts or rejects every tracked change, and saves what is left as flat ODF.

    libreoffice.py SOFFICE PROFILE FILE... with pairs COMMAND:IN:OUT; COMMAND is Accept, Reject or nothing
"""
import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def main(office, profile, jobs):
    pipe = "wp" + uuid.uuid4().hex
    running = subprocess.Popen(
        [office, "-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--accept=pipe,name=%s;urp;" % pipe]
    )
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for attempt in range(240):
            try:
                context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except Exception:
                time.sleep(0.5)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for job in jobs:
            command, source, target = job.split(":")
            document = desktop.loadComponentFromURL("file://" + source, "_blank", 0, (prop("Hidden", True),))
            if command:
                frame = document.getCurrentController().getFrame()
                dispatcher.executeDispatch(frame, ".uno:%sAllTrackedChanges" % command, "", 0, ())
            kind = "MS Word 2007 XML" if target.endswith(".docx") else "OpenDocument Text Flat XML"
            document.storeToURL("file://" + target, (prop("FilterName", kind),))
            document.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        try:
            running.wait(20)
        except Exception:
            running.kill()


main(sys.argv[1], sys.argv[2], sys.argv[3:])
