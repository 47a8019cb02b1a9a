using System.Net;
using System.Net.Sockets;

namespace SlotBooking.Tests.Processes;

/// <summary>Asks the system for a TCP port on 127.0.0.1 that nobody uses at this moment.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
