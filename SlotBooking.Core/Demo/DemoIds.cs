using System.Buffers.Binary;

namespace SlotBooking.Core.Demo;

/// <summary>Makes ids of version 7 whose random part comes from the office's own random numbers, so that the same office has the same ids.</summary>
internal sealed class DemoIds(Random random)
{
    private const int BytesOfTime = 6;

    /// <summary>The id of something that came into being then.</summary>
    public Guid Next(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[^BytesOfTime..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
