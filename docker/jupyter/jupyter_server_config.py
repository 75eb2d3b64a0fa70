"""JupyterLab's server as the course wants it. Jupyter runs this file; `c` is its configuration."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # for the two classes below

c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port_retries = 0
c.ServerApp.allow_root = True
c.ServerApp.answer_yes = True
c.ServerApp.log_level = 40
c.ServerApp.contents_manager_class = "course_contents.Contents"
c.ServerApp.kernel_websocket_connection_class = "course_connection.Connection"
c.ZMQChannelsWebsocketConnection.limit_rate = False  # that class has limits of its own

c.MultiKernelManager.default_kernel_name = "gonb"
c.KernelSpecManager.ensure_native_kernel = False
c.KernelSpecManager.allowed_kernelspecs = ["gonb"]
c.LanguageServerManager.autodetect = False

c.LabApp.extension_manager = "readonly"
c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.log_level = 40
