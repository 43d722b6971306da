"""The portal: a folder of pages over Flanders and Brussels that opens from a disk, a share or a USB stick.

Open first: :mod:`~netwerkkaart.portaal.schrijven`, then :mod:`~netwerkkaart.portaal.pagina`.
"""
