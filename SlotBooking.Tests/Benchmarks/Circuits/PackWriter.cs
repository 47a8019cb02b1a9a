using System.Buffers.Binary;
using System.Text;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>Writes the few kinds of MessagePack values that the circuit's protocol needs.</summary>
internal sealed class PackWriter
{
    private readonly MemoryStream _stream = new();

    /// <summary>One call of the hub, framed by its length.</summary>
    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        var writer = new PackWriter();
        writer.Array(6);
        writer.Value(1L);
        writer._stream.WriteByte(0x80); // no headers
        writer.Value(id);
        writer.Value(target);
        writer.Array(arguments.Length);
        foreach (var argument in arguments)
        {
            writer.Value(argument);
        }

        writer.Array(0);
        return writer.Framed();
    }

    /// <summary>The sign of life.</summary>
    public static byte[] Ping() => [2, 0x91, 6];

    private void Array(int length) => _stream.WriteByte((byte)(0x90 | length));

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                _stream.WriteByte(0xc0);
                break;
            case bool yes:
                _stream.WriteByte(yes ? (byte)0xc3 : (byte)0xc2);
                break;
            case long number:
                Span<byte> eight = stackalloc byte[9];
                eight[0] = 0xd3;
                BinaryPrimitives.WriteInt64BigEndian(eight[1..], number);
                _stream.Write(eight);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                Span<byte> head = stackalloc byte[5];
                head[0] = 0xdb;
                BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
                _stream.Write(head);
                _stream.Write(bytes);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "Not needed by the protocol.");
        }
    }

    private byte[] Framed()
    {
        var prefix = new List<byte>();
        var length = (uint)_stream.Length;
        do
        {
            prefix.Add((byte)((length & 0x7f) | (length > 0x7f ? 0x80u : 0)));
            length >>= 7;
        }
        while (length > 0);

        return [.. prefix, .. _stream.ToArray()];
    }
}
