using System.Net;
using System.Net.Sockets;

namespace SlotBooking.Tests.Processes;

/// <summary>Finds TCP ports on 127.0.0.1 for servers of tests, each once per run.</summary>
/// <remarks>
/// They lie below the range that the system takes the ports of clients from, so that none is taken by a connection
/// between the question and the server's start, nor while a server is down.
/// </remarks>
public static class FreePort
{
    private const int First = 15_000;
    private const int Count = 15_000;
    private static int _asked = Random.Shared.Next(Count);

    /// <summary>Returns a port that nobody uses at this moment.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _asked) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
