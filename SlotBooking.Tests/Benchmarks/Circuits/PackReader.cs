using System.Buffers.Binary;
using System.Text;

namespace SlotBooking.Tests.Benchmarks.Circuits;

/// <summary>Reads MessagePack values one after another.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public int Array()
    {
        var code = Take(1)[0];
        return code switch
        {
            >= 0x90 and <= 0x9f => code & 0x0f,
            0xdc => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdd => (int)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw new FormatException($"No array: {code:x}"),
        };
    }

    public long Number()
    {
        var code = Take(1)[0];
        return code switch
        {
            <= 0x7f => code,
            >= 0xe0 => (sbyte)code,
            0xcc => Take(1)[0],
            0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => (long)BinaryPrimitives.ReadUInt64BigEndian(Take(8)),
            0xd0 => (sbyte)Take(1)[0],
            0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw new FormatException($"No number: {code:x}"),
        };
    }

    /// <summary>Text; null where nothing stands.</summary>
    public string? Text()
    {
        if (_rest[0] == 0xc0)
        {
            Take(1);
            return null;
        }

        return Encoding.UTF8.GetString(Bytes());
    }

    /// <summary>The bytes of a text or a binary value.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var code = Take(1)[0];
        return Take(code switch
        {
            >= 0xa0 and <= 0xbf => code & 0x1f,
            0xc4 or 0xd9 => Take(1)[0],
            0xc5 or 0xda => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xc6 or 0xdb => (int)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw new FormatException($"No bytes: {code:x}"),
        });
    }

    /// <summary>The empty map of headers.</summary>
    public void NoHeaders() => Take(1);

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
