package io.github.simplechat.testing.axonserver;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.stub.StreamObserver;

/** The control channel: one node, which acknowledges whatever it is told. */
final class PlatformDouble extends PlatformServiceGrpc.PlatformServiceImplBase {

    @Override
    public void getPlatformServer(
            ClientIdentification client, StreamObserver<PlatformInfo> answer) {
        answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(
            StreamObserver<PlatformOutboundInstruction> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(PlatformInboundInstruction instruction) {
                if (!instruction.getInstructionId().isEmpty()) {
                    answers.onNext(acknowledgement(instruction.getInstructionId()));
                }
            }

            @Override
            public void onError(Throwable cause) {
                // The client is gone.
            }

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }

    private static PlatformOutboundInstruction acknowledgement(String instruction) {
        return PlatformOutboundInstruction.newBuilder()
                .setAck(InstructionAck.newBuilder().setInstructionId(instruction).setSuccess(true))
                .build();
    }
}
